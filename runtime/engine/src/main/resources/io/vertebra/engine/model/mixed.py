def conv2d(self, input: Tensor, weight: Tensor, stride: List[int], padding: List[int],
           dilation: List[int], groups: int, dtype: int) -> Tensor:
    return torch.conv2d(torch.to(input, dtype), torch.to(weight, dtype), None, stride, padding,
                        dilation, groups)

def conv2d_bias(self, input: Tensor, weight: Tensor, bias: Tensor, stride: List[int],
                padding: List[int], dilation: List[int], groups: int, dtype: int) -> Tensor:
    return torch.conv2d(torch.to(input, dtype), torch.to(weight, dtype), torch.to(bias, dtype),
                        stride, padding, dilation, groups)

def linear(self, input: Tensor, weight: Tensor, dtype: int) -> Tensor:
    return torch.linear(torch.to(input, dtype), torch.to(weight, dtype), None)

def linear_bias(self, input: Tensor, weight: Tensor, bias: Tensor, dtype: int) -> Tensor:
    return torch.linear(torch.to(input, dtype), torch.to(weight, dtype), torch.to(bias, dtype))
