"""Backstep's program language, evaluated with PyTorch.

One `name = expression` a line or between `;`, `#` starts a comment. Tightest first: postfix ' (transpose);
^ .^ (from the right); unary -; * / .* ./ ; + -. `*` is the matrix product of two matrices and scales by a scalar.
"""

import re

import torch
import torch.nn.functional as F


def product(a, b):
    if a.dim() == 2 and b.dim() == 2 and a.shape[1] == b.shape[0]:
        return a @ b
    if a.numel() != 1 and b.numel() != 1:
        raise ValueError(f"{tuple(a.shape)} times {tuple(b.shape)}")
    return a * b


# How tightly an operator binds, and what it does.
NEGATION, POWER = 3, 4
INFIX = {"+": (1, torch.add), "-": (1, torch.sub)}
INFIX |= {"*": (2, product), "/": (2, torch.div), ".*": (2, torch.mul), "./": (2, torch.div)}
INFIX |= {"^": (POWER, torch.pow), ".^": (POWER, torch.pow)}

FUNCTIONS = {name: getattr(torch, name) for name in "exp log sqrt sin cos abs sigmoid tanh relu sum mean".split()}
FUNCTIONS |= {"norm2": torch.linalg.norm, "leakyrelu": F.leaky_relu, "elu": F.elu, "gelu": F.gelu}
FUNCTIONS |= {"sqnorm": lambda x: (x * x).sum(), "softplus": lambda x: F.softplus(x, threshold=700)}

TOKEN = re.compile(r"\s*((?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?|[^\W\d]\w*|\.[*/^]|[-+*/^'()]|\Z)")


class Line:
    """One expression. Every operation is appended to `nodes` as (text, value), operands before results."""

    def __init__(self, text, names, nodes, functions):
        self.text, self.names, self.nodes, self.functions = text, names, nodes, functions
        self.start = self.end = 0
        self.advance()

    def advance(self):
        """Step to the next token; `end` is where the last one ended."""
        self.end = self.start + len(getattr(self, "token", ""))
        match = TOKEN.match(self.text, self.end)
        if not match:
            raise SyntaxError(f"cannot read {self.text!r} at {self.end}")
        self.token, self.start = match[1], match.start(1)

    def take(self, expected):
        if self.token != expected:
            raise SyntaxError(f"{expected or 'the end'} expected in {self.text!r} at {self.start}")
        self.advance()

    def record(self, start, value):
        if value.requires_grad:
            value.retain_grad()
        self.nodes.append((self.text[start : self.end], value))
        return value

    def expression(self, floor=0):
        start, left = self.start, self.operand()
        while True:
            if self.token == "'":
                self.advance()
                left = self.record(start, left.T)
                continue
            binding, operation = INFIX.get(self.token, (-1, None))
            if binding < floor:
                return left
            self.advance()
            right = self.expression(binding if binding == POWER else binding + 1)
            left = self.record(start, operation(left, right))

    def operand(self):
        start, token = self.start, self.token
        self.advance()
        if token == "-":
            return self.record(start, -self.expression(NEGATION))
        if token == "(" or token in self.functions and self.token == "(":
            if token != "(":
                self.advance()
            inner = self.expression()
            self.take(")")
            return inner if token == "(" else self.record(start, self.functions[token](inner))
        return self.names[token] if token in self.names else torch.tensor(float(token))


def evaluate(program, leaves, classes=0):
    """Every name with its value, and every operation in the order computed; softmax runs along `classes`."""
    functions = FUNCTIONS | {"softmax": lambda x: torch.softmax(x, classes)}
    names, nodes = dict(leaves), []
    for line in re.split("[;\n]", re.sub("#.*", "", program)):
        name, _, expression = line.partition("=")
        if expression:
            reader = Line(expression.strip(), names, nodes, functions)
            names[name.strip()] = reader.expression()
            reader.take("")
    return names, nodes
