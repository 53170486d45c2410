/** EfficientNet (Tan and Le, 2019), EfficientNet-EdgeTPU and EfficientNetV2 (2021). */
package io.vertebra.plugins.efficientnet;
