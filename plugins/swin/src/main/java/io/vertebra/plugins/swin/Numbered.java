package io.vertebra.plugins.swin;

import io.vertebra.api.model.Module;
import java.util.List;

/** Modules named {@code 0}, {@code 1}, ..., {@code torch.nn.ModuleList}. */
final class Numbered extends Module {
  Numbered(List<? extends Module> modules) {
    for (int i = 0; i < modules.size(); i++) {
      addModule(Integer.toString(i), modules.get(i));
    }
  }
}
