def step_(self, parameters: List[Tensor], gradients: List[Tensor], sums: List[Tensor], lr: float,
          lr_decay: float, eps: float, weight_decay: float, maximize: float, start: float,
          step: float) -> None:
    if step == 0.:
        torch._foreach_add_(sums, start)
    if maximize != 0.:
        torch._foreach_neg_(gradients)
    if weight_decay != 0.:
        torch._foreach_add_(gradients, parameters, alpha=weight_decay)
    torch._foreach_addcmul_(sums, gradients, gradients)
    scales = torch._foreach_sqrt(sums)
    torch._foreach_add_(scales, eps)
    torch._foreach_addcdiv_(parameters, gradients, scales, -lr / (1. + step * lr_decay))

def update_(self, parameters: List[Tensor], gradients: List[Tensor], sums: List[Tensor], lr: float,
            lr_decay: float, eps: float, weight_decay: float, maximize: float, start: float,
            step: float) -> None:
    if ops.prim.is_cuda(parameters[0]):
        self.step_(parameters, gradients, sums, lr, lr_decay, eps, weight_decay, maximize, start,
                   step)
    else:
        # One array after the other stays in the caches of a CPU. Each is put back where it was, as
        # changes of a list that nobody reads are dead code to the compiler.
        for i in range(torch.len(parameters)):
            parameter = [parameters[i]]
            gradient = [gradients[i]]
            total = [sums[i]]
            self.step_(parameter, gradient, total, lr, lr_decay, eps, weight_decay, maximize,
                       start, step)
            parameters[i] = parameter[0]
            gradients[i] = gradient[0]
            sums[i] = total[0]
