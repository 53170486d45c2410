package io.vertebra.families.mobile;

import java.util.ArrayList;
import java.util.List;

/**
 * What other libraries call the weights of {@link InvertedResidual}s and {@link EdgeResidual}s, as
 * rules of {@link io.vertebra.api.plugin.StateDictNames}. Names may have places for numbers, such
 * as <code>backbone.layers.1.{b}</code>.
 */
public final class BlockNames {
  private BlockNames() {}

  /**
   * The rules of an {@link InvertedResidual} in torchvision, where the layers of a block are
   * numbered without gaps.
   *
   * @param ours our name of the block
   * @param theirs their name of the list of its layers
   * @param expands whether the block begins with a convolution that widens
   * @param gated whether it has squeeze-and-excitation
   * @return the rules
   */
  public static List<String> torchvision(
      String ours, String theirs, boolean expands, boolean gated) {
    List<String> rules = new ArrayList<>();
    int layer = 0;
    if (expands) {
      rules.addAll(pair(ours + ".expand_conv", theirs + "." + layer++));
    }
    rules.addAll(pair(ours + ".depthwise_conv", theirs + "." + layer++));
    if (gated) {
      String gate = theirs + "." + layer++;
      rules.add(rule(ours + ".se.conv1.conv", gate + ".fc1"));
      rules.add(rule(ours + ".se.conv2.conv", gate + ".fc2"));
    }
    rules.addAll(pair(ours + ".linear_conv", theirs + "." + layer));
    return rules;
  }

  /**
   * The rules of a convolution with its norm in torchvision.
   *
   * @param ours our name of the {@link io.vertebra.nn.ConvModule}
   * @param theirs their name of the list of both
   * @return the rules
   */
  public static List<String> pair(String ours, String theirs) {
    return conv(ours, theirs + ".0", theirs + ".1");
  }

  /**
   * The rules of a convolution with its norm where both have names of their own.
   *
   * @param ours our name of the {@link io.vertebra.nn.ConvModule}
   * @param conv their name of the convolution
   * @param norm their name of the norm
   * @return the rules
   */
  public static List<String> conv(String ours, String conv, String norm) {
    return List.of(rule(ours + ".conv", conv), rule(ours + ".bn", norm));
  }

  /**
   * The rules of an {@link InvertedResidual} in timm.
   *
   * @param ours our name of the block
   * @param theirs their name of it
   * @param expands whether the block begins with a convolution that widens
   * @return the rules
   */
  public static List<String> timm(String ours, String theirs, boolean expands) {
    List<String> rules = new ArrayList<>();
    if (expands) {
      rules.addAll(conv(ours + ".expand_conv", theirs + ".conv_pw", theirs + ".bn1"));
    }
    String depthwise = expands ? ".bn2" : ".bn1";
    rules.addAll(conv(ours + ".depthwise_conv", theirs + ".conv_dw", theirs + depthwise));
    rules.add(rule(ours + ".se.conv1.conv", theirs + ".se.conv_reduce"));
    rules.add(rule(ours + ".se.conv2.conv", theirs + ".se.conv_expand"));
    String last = expands ? ".conv_pwl" : ".conv_pw";
    String lastNorm = expands ? ".bn3" : ".bn2";
    rules.addAll(conv(ours + ".linear_conv", theirs + last, theirs + lastNorm));
    return rules;
  }

  /**
   * The rules of an {@link EdgeResidual} in timm.
   *
   * @param ours our name of the block
   * @param theirs their name of it
   * @return the rules
   */
  public static List<String> timmEdge(String ours, String theirs) {
    List<String> rules = new ArrayList<>();
    rules.addAll(conv(ours + ".conv1", theirs + ".conv_exp", theirs + ".bn1"));
    rules.addAll(conv(ours + ".conv2", theirs + ".conv_pwl", theirs + ".bn2"));
    return rules;
  }

  private static String rule(String ours, String theirs) {
    return ours + ".* = " + theirs + ".*";
  }
}
