package io.vertebra.plugins.heads;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import java.util.Optional;

/**
 * Options of heads on tokens, those of {@code mmpretrain.models.VisionTransformerClsHead}.
 *
 * @param numClasses classes of the logits
 * @param inChannels channels of the feature
 * @param hiddenDim the size of the hidden layer
 * @param actCfg the activation of the hidden layer
 * @param loss the training objective
 * @param figures options about figures of training batches
 */
@ConfigSection
public record TokenHeadOptions(
    @Doc("classes of the logits") @Range(min = 1) int numClasses,
    @Doc("channels of the last feature") @Range(min = 1) int inChannels,
    @Doc("size of the hidden layer; none where it is left out") @Range(min = 1)
        Optional<Integer> hiddenDim,
    @Doc("activation of the hidden layer") @Default("{type: Tanh}") Factory<Activation> actCfg,
    @Doc("training objective") @Default("{type: CrossEntropyLoss, loss_weight: 1.0}") Loss loss,
    @Inline TrainingFigures figures) {}
