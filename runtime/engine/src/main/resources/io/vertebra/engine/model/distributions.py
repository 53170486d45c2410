def truncated_normal_(self, array: Tensor, mean: float, std: float, low: float,
                      high: float) -> None:
    bounds = torch.tensor([(low - mean) / std, (high - mean) / std], dtype=7)
    chances = torch.special_ndtr(bounds)
    drawn = torch.rand(torch.size(array), dtype=7)
    chance = torch.lerp(chances[0], chances[1], drawn)
    values = torch.special_ndtri(chance) * std + mean
    torch.copy_(array, torch.clamp(values, low, high))
