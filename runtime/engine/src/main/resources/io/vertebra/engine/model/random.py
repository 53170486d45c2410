def drop_path(self, input: Tensor, rate: float) -> Tensor:
    shape = [torch.size(input, 0)] + [1] * (torch.dim(input) - 1)
    kept = torch.bernoulli(torch.full(shape, 1.0 - rate, dtype=ops.prim.dtype(input), device=ops.prim.device(input)))
    return input * (kept / (1.0 - rate))
