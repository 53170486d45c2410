def batch_norm(self, input: Tensor, weight: Tensor, bias: Tensor, mean: Tensor, var: Tensor,
               batches: Tensor, use_batch: bool, momentum: float, eps: float) -> Tensor:
    if use_batch:
        torch.add_(batches, 1)
    return torch.batch_norm(input, weight, bias, mean, var, use_batch, momentum, eps, True)

def avg_pool2d(self, input: Tensor, kernel: List[int], stride: List[int], padding: List[int],
               ceil_mode: bool, count_padding: bool) -> Tensor:
    return torch.avg_pool2d(input, kernel, stride, padding, ceil_mode, count_padding)

def adaptive_avg_pool2d(self, input: Tensor, size: List[int]) -> Tensor:
    return torch.adaptive_avg_pool2d(input, size)

def adaptive_max_pool2d(self, input: Tensor, size: List[int]) -> Tensor:
    maxima, _ = torch.adaptive_max_pool2d(input, size)
    return maxima

def drop_path(self, input: Tensor, rate: float) -> Tensor:
    shape = [torch.size(input, 0)] + [1] * (torch.dim(input) - 1)
    keep = torch.full(shape, 1.0 - rate, dtype=ops.prim.dtype(input), device=ops.prim.device(input))
    return input * (torch.bernoulli(keep) / (1.0 - rate))

def layer_norm(self, input: Tensor, weight: Tensor, bias: Tensor, eps: float) -> Tensor:
    return torch.layer_norm(input, [torch.size(input, -1)], weight, bias, eps)

def layer_norm_2d(self, input: Tensor, weight: Tensor, bias: Tensor, eps: float) -> Tensor:
    last = torch.permute(input, [0, 2, 3, 1])
    return torch.permute(torch.layer_norm(last, [torch.size(input, 1)], weight, bias, eps), [0, 3, 1, 2])

def group_norm(self, input: Tensor, groups: int, weight: Tensor, bias: Tensor, eps: float) -> Tensor:
    return torch.group_norm(input, groups, weight, bias, eps)

def global_response_norm(self, input: Tensor, weight: Tensor, bias: Tensor, eps: float) -> Tensor:
    norm = torch.linalg_vector_norm(input, 2, [1, 2], True)
    scale = norm / (torch.mean(norm, [-1], True) + eps)
    return weight * (input * scale) + bias + input

def self_attention(self, input: Tensor, heads: int, dropout: float) -> Tensor:
    n = torch.size(input, 0)
    length = torch.size(input, 1)
    parts = torch.permute(torch.reshape(input, [n, length, 3, heads, -1]), [2, 0, 3, 1, 4])
    query, key, value = torch.unbind(parts, 0)
    mixed = torch.scaled_dot_product_attention(query, key, value, None, dropout)
    return torch.reshape(torch.transpose(mixed, 1, 2), [n, length, -1])

def attention(self, query: Tensor, key: Tensor, value: Tensor, scale: float,
              dropout: float) -> Tensor:
    return torch.scaled_dot_product_attention(query, key, value, None, dropout, False, scale=scale)

def attention_bias(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor, scale: float,
                   dropout: float) -> Tensor:
    return torch.scaled_dot_product_attention(query, key, value, bias, dropout, False, scale=scale)

def dropout(self, input: Tensor, rate: float) -> Tensor:
    return torch.dropout(input, rate, True)

def pad2d(self, input: Tensor, sides: List[int]) -> Tensor:
    return torch.constant_pad_nd(input, sides)

def interpolate(self, input: Tensor, size: List[int], bicubic: bool) -> Tensor:
    if bicubic:
        result = torch.upsample_bicubic2d(input, size, False)
    else:
        result = torch.upsample_bilinear2d(input, size, False)
    return result
