def local_rates(self, parameters: List[Tensor], gradients: List[Tensor], weight_decay: float,
                eta: float, eps: float) -> Tensor:
    weights = torch.stack(torch._foreach_norm(parameters, 2))
    norms = torch.stack(torch._foreach_norm(gradients, 2))
    rates = torch.div(weights * eta, norms + weights * weight_decay + eps)
    some = torch.logical_and(torch.ne(weights, 0.), torch.ne(norms, 0.))
    return torch.where(some, rates, torch.ones_like(rates))

def step_(self, parameters: List[Tensor], gradients: List[Tensor], buffers: List[Tensor],
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

def update_(self, parameters: List[Tensor], gradients: List[Tensor], buffers: List[Tensor],
            lr: float, momentum: float, dampening: float, weight_decay: float, nesterov: float,
            eta: float, eps: float, lars_exclude: float, first: float) -> None:
    if ops.prim.is_cuda(parameters[0]):
        self.step_(parameters, gradients, buffers, lr, momentum, dampening, weight_decay, nesterov,
                   eta, eps, lars_exclude, first)
    else:
        # One array after the other stays in the caches of a CPU. Each is put back where it was, as
        # changes of a list that nobody reads are dead code to the compiler.
        for i in range(torch.len(parameters)):
            parameter = [parameters[i]]
            gradient = [gradients[i]]
            buffer = [buffers[i]]
            self.step_(parameter, gradient, buffer, lr, momentum, dampening, weight_decay,
                       nesterov, eta, eps, lars_exclude, first)
            parameters[i] = parameter[0]
            gradients[i] = gradient[0]
            buffers[i] = buffer[0]
