"""Computes the goldens of every problem with PyTorch: python3 golden/make.py

No derivative is written down here. Each forward pass is spelled out, autograd does the rest in float64.
"""

import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F
from program import evaluate

HERE = Path(__file__).parent
LIBRARY = HERE.parent / "src" / "problem" / "library"

ACTIVATIONS = {
    "identity": lambda z, units: z.clone(),
    "sigmoid": lambda z, units: torch.sigmoid(z),
    "tanh": lambda z, units: torch.tanh(z),
    "relu": lambda z, units: torch.relu(z),
    "leaky-relu": lambda z, units: F.leaky_relu(z, 0.01),
    "softplus": lambda z, units: F.softplus(z, threshold=700),
    "elu": lambda z, units: F.elu(z),
    "gelu": lambda z, units: F.gelu(z),
    "softmax": lambda z, units: torch.softmax(z, units),
}
# The loss of each entry, from the activations and from the logits.
LOSSES = {
    "squared-error": lambda a, y, units: (a - y) ** 2,
    "binary-cross-entropy": lambda a, y, units: -(y * torch.log(a) + (1 - y) * torch.log(1 - a)),
    "categorical-cross-entropy": lambda a, y, units: -y * torch.log(a),
}
LOGIT_LOSSES = {
    "binary-cross-entropy": lambda z, y, units: F.binary_cross_entropy_with_logits(z, y, reduction="none"),
    "categorical-cross-entropy": lambda z, y, units: -y * torch.log_softmax(z, units),
}
FUSED = {"binary-cross-entropy": "sigmoid", "categorical-cross-entropy": "softmax"}

OPTIMIZERS = {
    "sgd": lambda p, o: torch.optim.SGD(p, o["learningRate"]),
    "momentum": lambda p, o: torch.optim.SGD(p, o["learningRate"], o["momentum"]),
    "nesterov": lambda p, o: torch.optim.SGD(p, o["learningRate"], o["momentum"], nesterov=True),
    "rmsprop": lambda p, o: torch.optim.RMSprop(p, o["learningRate"], o["decay"], o["epsilon"]),
    "adam": lambda p, o: torch.optim.Adam(p, o["learningRate"], (o["beta1"], o["beta2"]), o["epsilon"]),
    "adamw": lambda p, o: torch.optim.AdamW(
        p, o["learningRate"], (o["beta1"], o["beta2"]), o["epsilon"], o["weightDecay"]
    ),
}


def tensors(values):
    return {name: torch.tensor(value, dtype=torch.float64, requires_grad=True) for name, value in values.items()}


def affine(network, w, a):
    if network["weights"] == "in-out":
        w = w.T
    return w @ a if network["examples"] == "columns" else a @ w.T


def forward(problem, parameters, fused=False):
    """The loss, that of each example, and every quantity of a network by name; `fused` takes the loss from Z."""
    network, values = problem["network"], tensors(problem["data"])
    units, examples = (0, 1) if network["examples"] == "columns" else (1, 0)
    a, y = values["X"], values["Y"].detach()
    for l, layer in enumerate(network["layers"][1:], 1):
        z = values[f"Z{l}"] = affine(network, parameters[f"W{l}"], a)
        if f"b{l}" in parameters:
            z = values[f"Z{l}"] = z + parameters[f"b{l}"]
        a = values[f"A{l}"] = ACTIVATIONS[layer.get("activation", "identity")](z, units)
    loss = {"fromLogits": False, "scale": 1, "over": "mean"} | network["loss"]
    logits = fused or loss["fromLogits"]
    entry = (LOGIT_LOSSES if logits else LOSSES)[loss["kind"]]
    per_example = loss["scale"] * entry(z if fused else a, y, units).sum(units)
    count = {"sum": 1, "mean": y.shape[examples], "mean-all": y.numel()}[loss["over"]]
    return per_example.sum() / count, per_example, values


def differentiate(loss, values):
    for value in values.values():
        value.grad = None
        if value.requires_grad:
            value.retain_grad()
    loss.backward()
    return {name: value.grad for name, value in values.items() if value.grad is not None}


def descend(parameters, gradients, rate):
    return {name: p.detach() - rate * gradients[name] for name, p in parameters.items()}


def rate_of(problem):
    return problem.get("optimizer", {}).get("learningRate", 0.1)


def network_record(problem, fused=False):
    parameters = tensors(problem["parameters"])
    loss, per_example, values = forward(problem, parameters, fused)
    gradients = differentiate(loss, parameters | values)
    updated = descend(parameters, gradients, rate_of(problem))
    record = {"loss": loss, "perExample": per_example}
    if not fused:
        record["values"] = {name: v for name, v in values.items() if name not in ("X", "Y")}
    record |= {"gradients": gradients, "updated": updated, "lossAfterUpdate": forward(problem, updated, fused)[0]}
    network = problem["network"]
    last = network["layers"][-1].get("activation", "identity")
    if not fused and FUSED.get(network["loss"]["kind"]) == last:
        record["fused"] = network_record(problem, fused=True)
    return record


def program_record(problem):
    data, parameters = tensors(problem.get("data", {})), tensors(problem["parameters"])
    classes = 1 if problem.get("examples") == "rows" else 0
    names, nodes = evaluate(problem["program"], data | parameters, classes)
    minimise = problem.get("minimise", list(names)[-1])
    loss = names[minimise]
    gradients = differentiate(loss.sum(), names)
    updated = descend(parameters, gradients, rate_of(problem))
    after = evaluate(problem["program"], data | updated, classes)[0][minimise]
    return {
        "minimise": minimise,
        "loss": loss.sum(),
        "values": {name: v for name, v in names.items() if name not in data and name not in parameters},
        "gradients": gradients,
        "updated": updated,
        "lossAfterUpdate": after.sum(),
        "nodes": [{"text": text, "value": v, "gradient": v.grad if v.requires_grad else None} for text, v in nodes],
    }


def trajectory(case):
    parameters, steps = tensors(case["problem"]["parameters"]), []
    optimizer = OPTIMIZERS[case["optimizer"]["kind"]](list(parameters.values()), case["optimizer"])
    for _ in range(case["steps"]):
        loss = forward(case["problem"], parameters)[0]
        gradients = {name: g.clone() for name, g in differentiate(loss, parameters).items()}
        optimizer.step()
        updated = {name: p.detach().clone() for name, p in parameters.items()}
        steps.append({"loss": loss, "gradients": gradients, "updated": updated})
    return {"steps": steps, "lossAfterUpdate": forward(case["problem"], parameters)[0]}


def plain(value):
    """Tensors as rows of numbers; what JSON cannot hold as a string."""
    if isinstance(value, torch.Tensor):
        value = value.tolist()
    if isinstance(value, dict):
        return {key: plain(v) for key, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def write(name, cases, record):
    lines = [json.dumps({"id": id} | plain(record(case))) for id, case in cases]
    (HERE / f"{name}.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")
    print(f"{name}.json: {len(lines)} cases")


def inputs(name):
    return json.loads((HERE / "inputs" / f"{name}.json").read_text())


def main():
    torch.set_default_dtype(torch.float64)
    problems = [(path.stem, json.loads(path.read_text())) for path in sorted(LIBRARY.glob("*.json"))]
    problems += [(case["id"], case["problem"]) for name in ("networks", "programs") for case in inputs(name)]
    write("networks", [(id, p) for id, p in problems if "network" in p], network_record)
    write("programs", [(id, p) for id, p in problems if "program" in p], program_record)
    write("optimizers", [(case["id"], case) for case in inputs("optimizers")], trajectory)


if __name__ == "__main__":
    main()
