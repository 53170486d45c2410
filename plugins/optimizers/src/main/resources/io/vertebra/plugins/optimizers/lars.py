def local_rates(self, parameters: List[Tensor], gradients: List[Tensor], weight_decay: float,
                eta: float, eps: float) -> Tensor:
    weights = torch.stack(torch._foreach_norm(parameters, 2))
    norms = torch.stack(torch._foreach_norm(gradients, 2))
    rates = torch.div(weights * eta, norms + weights * weight_decay + eps)
    some = torch.logical_and(torch.ne(weights, 0.), torch.ne(norms, 0.))
    return torch.where(some, rates, torch.ones_like(rates))

def update_(self, parameters: List[Tensor], gradients: List[Tensor], buffers: List[Tensor],
            lr: float, momentum: float, dampening: float, weight_decay: float, nesterov: float,
            eta: float, eps: float, lars_exclude: float, first: float) -> None:
    rates = torch.zeros([0])
    if lars_exclude == 0.:
        rates = self.local_rates(parameters, gradients, weight_decay, eta, eps)
    torch._foreach_add_(gradients, parameters, alpha=weight_decay)
    torch._foreach_mul_(gradients, lr)
    if lars_exclude == 0.:
        torch._foreach_mul_(gradients, torch.unbind(rates))
    updates = gradients
    if momentum != 0.:
        if first != 0.:
            torch._foreach_copy_(buffers, gradients)
        else:
            torch._foreach_mul_(buffers, momentum)
            torch._foreach_add_(buffers, gradients, alpha=1. - dampening)
        if nesterov != 0.:
            torch._foreach_add_(updates, buffers, alpha=momentum)
        else:
            updates = buffers
    torch._foreach_sub_(parameters, updates)
