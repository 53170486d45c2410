def concat(self, inputs: List[Tensor], axis: int) -> Tensor:
    return torch.cat(inputs, axis)

def split(self, input: Tensor, sizes: List[int], axis: int) -> List[Tensor]:
    return torch.split_with_sizes(input, sizes, axis)

def channel_shuffle(self, input: Tensor, groups: int) -> Tensor:
    n, c, h, w = torch.size(input)
    grouped = torch.reshape(input, [n, groups, torch.floordiv(c, groups), h, w])
    return torch.reshape(torch.transpose(grouped, 1, 2), [n, c, h, w])

def roll(self, input: Tensor, shifts: List[int], axes: List[int]) -> Tensor:
    return torch.roll(input, shifts, axes)

def select_rows(self, table: Tensor, rows: Tensor) -> Tensor:
    return torch.index_select(table, 0, rows)

def normalize(self, input: Tensor, axis: int) -> Tensor:
    norm = torch.linalg_vector_norm(input, 2, [axis], True)
    return input / torch.clamp_min(norm, 1e-12)

def matmul(self, left: Tensor, right: Tensor) -> Tensor:
    return torch.matmul(left, right)

def prepend_tokens(self, tokens: Tensor, input: Tensor) -> Tensor:
    return torch.cat([torch.expand(tokens, [torch.size(input, 0), -1, -1]), input], 1)
