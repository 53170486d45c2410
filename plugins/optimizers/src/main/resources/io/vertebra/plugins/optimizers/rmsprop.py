def step_(self, parameters: List[Tensor], gradients: List[Tensor], square_avgs: List[Tensor],
          grad_avgs: List[Tensor], buffers: List[Tensor], lr: float, alpha: float, eps: float,
          weight_decay: float, momentum: float, maximize: float, centered: float) -> None:
    if maximize != 0.:
        torch._foreach_neg_(gradients)
    if weight_decay != 0.:
        torch._foreach_add_(gradients, parameters, alpha=weight_decay)
    torch._foreach_mul_(square_avgs, alpha)
    torch._foreach_addcmul_(square_avgs, gradients, gradients, 1. - alpha)
    if centered != 0.:
        torch._foreach_lerp_(grad_avgs, gradients, 1. - alpha)
        scales = torch._foreach_addcmul(square_avgs, grad_avgs, grad_avgs, -1.)
        torch._foreach_sqrt_(scales)
    else:
        scales = torch._foreach_sqrt(square_avgs)
    torch._foreach_add_(scales, eps)
    if momentum > 0.:
        torch._foreach_mul_(buffers, momentum)
        torch._foreach_addcdiv_(buffers, gradients, scales)
        torch._foreach_add_(parameters, buffers, alpha=-lr)
    else:
        torch._foreach_addcdiv_(parameters, gradients, scales, -lr)

def update_(self, parameters: List[Tensor], gradients: List[Tensor], square_avgs: List[Tensor],
            grad_avgs: List[Tensor], buffers: List[Tensor], lr: float, alpha: float, eps: float,
            weight_decay: float, momentum: float, maximize: float, centered: float) -> None:
    if ops.prim.is_cuda(parameters[0]):
        self.step_(parameters, gradients, square_avgs, grad_avgs, buffers, lr, alpha, eps,
                   weight_decay, momentum, maximize, centered)
    else:
        # One array after the other stays in the caches of a CPU. Each is put back where it was, as
        # changes of a list that nobody reads are dead code to the compiler.
        for i in range(torch.len(parameters)):
            parameter = [parameters[i]]
            gradient = [gradients[i]]
            square_avg = [square_avgs[i]]
            grad_avg = [grad_avgs[i]]
            buffer = [buffers[i]]
            self.step_(parameter, gradient, square_avg, grad_avg, buffer, lr, alpha, eps,
                       weight_decay, momentum, maximize, centered)
            parameters[i] = parameter[0]
            gradients[i] = gradient[0]
            square_avgs[i] = square_avg[0]
            grad_avgs[i] = grad_avg[0]
            buffers[i] = buffer[0]
