def relu_(self, input: Tensor) -> None:
    torch.relu_(input)

def gelu(self, input: Tensor, approximate: str) -> Tensor:
    return torch.gelu(input, approximate=approximate)

def sigmoid(self, input: Tensor) -> Tensor:
    return torch.sigmoid(input)

def silu(self, input: Tensor) -> Tensor:
    return torch.silu(input)

def hard_swish(self, input: Tensor) -> Tensor:
    return torch.hardswish(input)

def relu6(self, input: Tensor) -> Tensor:
    return torch.hardtanh(input, 0, 6)

def leaky_relu(self, input: Tensor, slope: float) -> Tensor:
    return torch.leaky_relu(input, slope)

def random_leaky_relu(self, input: Tensor, lower: float, upper: float) -> Tensor:
    return torch.rrelu(input, lower, upper, True)

def mish(self, input: Tensor) -> Tensor:
    return torch.mish(input)

def prelu(self, input: Tensor, slopes: Tensor) -> Tensor:
    return torch.prelu(input, torch.to(slopes, ops.prim.dtype(input)))

def elu(self, input: Tensor, alpha: float) -> Tensor:
    return torch.elu(input, alpha)

def clamp(self, input: Tensor, low: float, high: float) -> Tensor:
    return torch.clamp(input, low, high)

def softmax(self, input: Tensor, axis: int) -> Tensor:
    return torch.softmax(input, axis, 6)

def log_softmax(self, input: Tensor, axis: int) -> Tensor:
    return torch.log_softmax(input, axis, 6)
