def laid_out_as(self, parameter: Tensor, gradient: Tensor) -> Tensor:
    if torch.eq(torch.stride(gradient), torch.stride(parameter)):
        result = gradient
    else:
        result = torch.copy_(torch.empty_like(torch.detach(parameter)), gradient)
    return result

def grad(self, loss: Tensor, parameters: List[Tensor]) -> List[Tensor]:
    gradients: List[Tensor] = []
    found = torch.grad([loss], parameters)
    for i in range(torch.len(parameters)):
        gradient = unchecked_cast(Tensor, found[i])
        gradients.append(self.laid_out_as(parameters[i], gradient))
    return gradients

def grad_or_zero(self, loss: Tensor, parameters: List[Tensor]) -> List[Tensor]:
    gradients: List[Tensor] = []
    found = torch.grad([loss], parameters, allow_unused=True)
    for i in range(torch.len(parameters)):
        gradient = found[i]
        if torch.__is__(gradient, None):
            gradients.append(torch.zeros_like(torch.detach(parameters[i])))
        else:
            present = unchecked_cast(Tensor, gradient)
            gradients.append(self.laid_out_as(parameters[i], present))
    return gradients

def grad_into_(self, sums: List[Tensor], output: Tensor, gradient: Tensor,
               parameters: List[Tensor], others: List[Tensor], keep_graph: bool) -> List[Tensor]:
    gradients: List[Optional[Tensor]] = [gradient]
    found = torch.grad([output], parameters + others, gradients, keep_graph, False, True)
    count = torch.len(parameters)
    for i in range(count):
        part = found[i]
        if torch.__isnot__(part, None):
            torch.add_(torch.detach(sums[i]), unchecked_cast(Tensor, part))
    results: List[Tensor] = []
    for i in range(torch.len(others)):
        part = found[count + i]
        if torch.__is__(part, None):
            results.append(torch.zeros([0]))
        else:
            results.append(unchecked_cast(Tensor, part))
    return results

def norm(self, gradients: List[Tensor], order: float) -> Tensor:
    if torch.len(gradients) == 0:
        return torch.zeros([])
    norms = torch._foreach_norm(gradients, order)
    return torch.linalg_vector_norm(torch.stack(norms), order)

def clip_norm_(self, gradients: List[Tensor], limit: float, order: float) -> Tensor:
    total = self.norm(gradients, order)
    if torch.len(gradients) > 0:
        factor = torch.clamp(torch.reciprocal(total + 1e-6) * limit, max=1.0)
        torch._foreach_mul_(gradients, factor)
    return total

def clip_value_(self, gradients: List[Tensor], limit: float) -> None:
    if torch.len(gradients) > 0:
        torch._foreach_clamp_min_(gradients, -limit)
        torch._foreach_clamp_max_(gradients, limit)

def unit_norm(self, tensor: Tensor) -> Tensor:
    if torch.dim(tensor) <= 1:
        norm = torch.linalg_vector_norm(tensor, 2.0)
    else:
        norm = torch.linalg_vector_norm(tensor, 2.0, list(range(1, torch.dim(tensor))), True)
    return norm

def clip_adaptive_(self, gradients: List[Tensor], parameters: List[Tensor], factor: float,
                   floor: float) -> None:
    for i in range(torch.len(gradients)):
        limit = torch.clamp(self.unit_norm(parameters[i]), min=floor) * factor
        norm = self.unit_norm(gradients[i])
        scale = torch.where(norm < limit, torch.ones_like(norm),
                            limit / torch.clamp(norm, min=1e-6))
        torch.mul_(gradients[i], scale)

def are_finite(self, gradients: List[Tensor], infinity: float) -> bool:
    if torch.len(gradients) == 0:
        return True
    norms = torch._foreach_norm(gradients, infinity)
    return bool(torch.all(torch.isfinite(torch.stack(norms))))

def first_not_finite(self, gradients: List[Tensor]) -> int:
    first = -1
    for i in range(torch.len(gradients)):
        if first < 0:
            if not bool(torch.all(torch.isfinite(gradients[i]))):
                first = i
    return first

def unscale_(self, gradients: List[Tensor], factor: float) -> bool:
    if torch.len(gradients) == 0:
        return True
    device = ops.prim.device(gradients[0])
    found = torch.full([1], 0.0, dtype=6, device=device)
    inverse = torch.full([1], factor, dtype=6, device=device)
    torch._amp_foreach_non_finite_check_and_unscale_(gradients, found, inverse)
    return bool(torch.all(torch.eq(found, 0)))
