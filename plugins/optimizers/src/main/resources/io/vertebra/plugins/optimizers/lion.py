def step_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
          lr: float, beta1: float, beta2: float, weight_decay: float, maximize: float) -> None:
    if maximize != 0.:
        torch._foreach_neg_(gradients)
    torch._foreach_mul_(parameters, 1. - lr * weight_decay)
    updates = torch._foreach_mul(exp_avgs, beta1)
    torch._foreach_add_(updates, gradients, alpha=1. - beta1)
    torch._foreach_sign_(updates)
    torch._foreach_add_(parameters, updates, alpha=-lr)
    torch._foreach_mul_(exp_avgs, beta2)
    torch._foreach_add_(exp_avgs, gradients, alpha=1. - beta2)

def update_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
            lr: float, beta1: float, beta2: float, weight_decay: float, maximize: float) -> None:
    if ops.prim.is_cuda(parameters[0]):
        self.step_(parameters, gradients, exp_avgs, lr, beta1, beta2, weight_decay, maximize)
    else:
        # One array after the other stays in the caches of a CPU. Each is put back where it was, as
        # changes of a list that nobody reads are dead code to the compiler.
        for i in range(torch.len(parameters)):
            parameter = [parameters[i]]
            gradient = [gradients[i]]
            exp_avg = [exp_avgs[i]]
            self.step_(parameter, gradient, exp_avg, lr, beta1, beta2, weight_decay, maximize)
            parameters[i] = parameter[0]
            gradients[i] = gradient[0]
            exp_avgs[i] = exp_avg[0]
