"""Runs printed programs and holds every number they leave against the goldens: python3 golden/verify.py DIRECTORY

The directory holds `<id>.numpy.py` and `<id>.pytorch.py` for each golden. A program leaves its quantities as
variables: Z1, its gradient dZ1, a parameter after the update W1_new; lambda_ where Python has the name lambda.
"""

import contextlib
import json
import os
import runpy
import sys
import traceback
from pathlib import Path

import numpy as np
import torch

HERE = Path(__file__).parent
TOLERANCE = {"networks": (1e-11, 1e-13), "programs": (1e-10, 1e-12)}
PRINTERS = ("numpy", "pytorch")


def array(value):
    """Rows of numbers (or of "NaN", "Infinity", "-Infinity"), a tensor or a scalar as a matrix."""
    if isinstance(value, torch.Tensor):
        value = value.detach().numpy()
    value = np.asarray(value, dtype=np.float64)
    return value.reshape(1, 1) if value.size == 1 else value


def gradient_name(name, taken):
    """dW, or d_W where the problem has a quantity dW of its own."""
    bars = ""
    while f"d{bars}{name}" in taken:
        bars += "_"
    return f"d{bars}{name}"


def expectations(golden):
    """Each variable's reference, and those that a program must leave."""
    # Where there is a fused form, the loss and all below the last activation come from it.
    fused = golden.get("fused", {})
    gradients = golden["gradients"] | fused.get("gradients", {})
    updated = fused.get("updated", golden["updated"])
    loss = golden.get("minimise", "J")
    gradient_of = {name: gradient_name(name, golden["values"].keys() | gradients) for name in gradients}
    found = golden["values"] | {loss: fused.get("loss", golden["loss"])}
    found |= {gradient_of[name]: gradient for name, gradient in gradients.items()}
    found |= {name + "_new": parameter for name, parameter in updated.items()}
    required = {loss} | {gradient_of[name] for name in updated} | {name + "_new" for name in updated}
    return {name: array(value) for name, value in found.items()}, required


def run(path):
    torch.set_default_dtype(torch.float32)  # whatever the program before chose
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), np.errstate(all="ignore"):
        left = runpy.run_path(str(path))
    # A name that Python or the program needs for itself has an underscore behind it.
    return left | {name[:-1]: value for name, value in left.items() if name.endswith("_")}

# Written out as on paper, these have no finite value: log 0 where an output saturates, 0 times infinity behind a
# dead ReLU. Backstep itself takes the logits and stops at the dead unit; its unit tests hold that.
SINGULAR = {"edge-saturated", "edge-logits1000", "s0-p3-3-relu-log-dead", "expr-relu-log-dead"}


def difference(found, expected, tolerance):
    """What is wrong with a value, or None."""
    try:
        found = array(found)
    except (TypeError, ValueError):
        return f"is not a matrix: {found!r}"
    if found.shape != expected.shape:
        return f"is {found.shape} in place of {expected.shape}"
    finite = np.isfinite(expected)
    if not np.array_equal(found[~finite], expected[~finite], equal_nan=True):
        return f"is {found[~finite]} in place of {expected[~finite]}"
    relative, absolute = tolerance
    allowed = relative * np.abs(expected[finite]).max(initial=0) + absolute
    off = np.abs(found[finite] - expected[finite])
    return None if (off <= allowed).all() else f"is off by {off.max(initial=0):.2g}, {allowed:.2g} allowed"


def check(path, golden, tolerance):
    """The number of values compared, and what failed."""
    if not path.exists():
        return 0, ["no such program"]
    try:
        left = run(path)
    except Exception as error:
        line = traceback.extract_tb(error.__traceback__)[-1].line
        return 0, [f"{type(error).__name__}: {error} in: {line}"]
    expected, required = expectations(golden)
    compared = [name for name in expected if name in left]
    failures = [f"{name} is not there" for name in sorted(required - left.keys())]
    for name in compared:
        wrong = difference(left[name], expected[name], tolerance)
        if wrong:
            failures.append(f"{name} {wrong}")
    return len(compared), failures


def main(directory):
    programs = values = failed = 0
    known = set()
    for kind, tolerance in TOLERANCE.items():
        for golden in json.loads((HERE / f"{kind}.json").read_text()):
            for printer in PRINTERS:
                path = directory / f"{golden['id']}.{printer}.py"
                known.add(path)
                if golden["id"] in SINGULAR:
                    continue
                compared, failures = check(path, golden, tolerance)
                for failure in failures:
                    print(f"{path.name}: {failure}")
                programs += path.exists()
                values += compared
                failed += len(failures)
    for path in sorted(set(directory.glob("*.py")) - known):
        print(f"{path.name}: no golden (python3 golden/make.py makes it)")
        failed += 1
    print(f"{programs} programs, {values} values compared, {failed} failures")
    return 0 if values and not failed else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
