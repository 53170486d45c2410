def batch_norm(self, input: Tensor, weight: Tensor, bias: Tensor, mean: Tensor, var: Tensor,
               batches: Tensor, use_batch: bool, momentum: float, eps: float) -> Tensor:
    if use_batch:
        torch.add_(batches, 1)
    return torch.batch_norm(input, weight, bias, mean, var, use_batch, momentum, eps, True)

def avg_pool2d(self, input: Tensor, kernel: List[int], stride: List[int], padding: List[int],
               ceil_mode: bool, count_padding: bool) -> Tensor:
    return torch.avg_pool2d(input, kernel, stride, padding, ceil_mode, count_padding)

def drop_path(self, input: Tensor, rate: float) -> Tensor:
    shape = [torch.size(input, 0)] + [1] * (torch.dim(input) - 1)
    keep = torch.full(shape, 1.0 - rate, dtype=ops.prim.dtype(input), device=ops.prim.device(input))
    return input * (torch.bernoulli(keep) / (1.0 - rate))
