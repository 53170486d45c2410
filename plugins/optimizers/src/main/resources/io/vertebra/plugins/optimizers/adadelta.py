def step_(self, parameters: List[Tensor], gradients: List[Tensor], square_avgs: List[Tensor],
          acc_deltas: List[Tensor], lr: float, rho: float, eps: float, weight_decay: float,
          maximize: float) -> None:
    if maximize != 0.:
        torch._foreach_neg_(gradients)
    if weight_decay != 0.:
        torch._foreach_add_(gradients, parameters, alpha=weight_decay)
    torch._foreach_mul_(square_avgs, rho)
    torch._foreach_addcmul_(square_avgs, gradients, gradients, 1. - rho)
    scales = torch._foreach_add(square_avgs, eps)
    torch._foreach_sqrt_(scales)
    deltas = torch._foreach_add(acc_deltas, eps)
    torch._foreach_sqrt_(deltas)
    torch._foreach_div_(deltas, scales)
    torch._foreach_mul_(deltas, gradients)
    torch._foreach_mul_(acc_deltas, rho)
    torch._foreach_addcmul_(acc_deltas, deltas, deltas, 1. - rho)
    torch._foreach_add_(parameters, deltas, alpha=-lr)

def update_(self, parameters: List[Tensor], gradients: List[Tensor], square_avgs: List[Tensor],
            acc_deltas: List[Tensor], lr: float, rho: float, eps: float, weight_decay: float,
            maximize: float) -> None:
    if ops.prim.is_cuda(parameters[0]):
        self.step_(parameters, gradients, square_avgs, acc_deltas, lr, rho, eps, weight_decay,
                   maximize)
    else:
        # One array after the other stays in the caches of a CPU. Each is put back where it was, as
        # changes of a list that nobody reads are dead code to the compiler.
        for i in range(torch.len(parameters)):
            parameter = [parameters[i]]
            gradient = [gradients[i]]
            square_avg = [square_avgs[i]]
            acc_delta = [acc_deltas[i]]
            self.step_(parameter, gradient, square_avg, acc_delta, lr, rho, eps, weight_decay,
                       maximize)
            parameters[i] = parameter[0]
            gradients[i] = gradient[0]
            square_avgs[i] = square_avg[0]
            acc_deltas[i] = acc_delta[0]
