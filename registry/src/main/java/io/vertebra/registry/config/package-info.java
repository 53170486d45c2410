/**
 * The config language: YAML and JSON files that inherit from others, refer to values and are
 * changed from the command line, read by {@link io.vertebra.registry.config.ConfigLoader} into a
 * tree of nodes that know where they were written.
 *
 * <p><b>Values.</b> Scalars are those of the YAML 1.2 core schema: {@code 1e-4} is a number, {@code
 * yes} and {@code 1_000} are texts. Anchors, aliases and {@code <<} work; only the tags of the core
 * schema do. A key that comes twice in a mapping is an error. A key that is no text counts as its
 * text.
 *
 * <p><b>Inheritance.</b> {@code _base_: file.yaml} or {@code _base_: [one.yaml, two.yaml]}, at the
 * top of a file and relative to it. Later bases lie over earlier ones, the file over all of them.
 * Mappings are merged key by key; lists, scalars and null replace what they lie over. A file that
 * several bases share lies once, at its first place, so that what one base changes in it is not
 * undone by the next. A mapping over a list or a scalar is an error, unless it holds {@code
 * _delete_: true}: then it replaces whatever is there. {@code _delete_} never stays in a result.
 *
 * <p><b>Changes of lists.</b> A mapping over a list changes it if all its keys are operations:
 *
 * <pre>
 * pipeline:
 *   _prepend_: {type: LoadImageFromFile}      # one element, or a list of several
 *   _append_: [{type: Flip}, {type: PackInputs}]
 *   _insert_before_: {Resize: {type: Rotate}} # beside the element of a type
 *   _insert_after_: {0: [{type: A}, {type: B}]} # or of an index from 0
 *   _replace_: {Flip: {type: RandomFlip}}
 *   _merge_: {Resize: {scale: 224}}           # as a mapping over a mapping
 *   _remove_: [Crop, 3]
 * </pre>
 *
 * <p>A type has to select exactly one element. Types and indices are those of the list as it was,
 * so the order of the operations does not matter.
 *
 * <p><b>References.</b> {@code {{ fileDirname }}}, {@code {{ fileBasename }}}, {@code {{
 * fileBasenameNoExtension }}} and {@code {{ fileExtname }}} are about the file that holds them,
 * {@code {{$NAME:default}}} is an environment variable, and {@code {{_base_.model.head.0}}} is a
 * value of the bases, as it is before the file is merged. A reference to the bases that is the
 * whole value keeps its type. All others are read as if their text stood there: with quotes around
 * the braces they are texts, without, {@code {{$NAME:4}}} is a number.
 *
 * <p><b>Overrides.</b> {@code key.sub.0.name=value} merges a value over the one at a path. Keys
 * that are missing are created, list elements are not. The value is YAML; {@code a,b} and {@code
 * (a,b)} are lists, {@code None} is null, nothing is the empty text, and a value in quotes is a
 * text. The directives of files work as last keys: {@code pipeline._append_={type: Flip}}, {@code
 * pipeline._remove_=Flip}, {@code pipeline._merge_.Resize.scale=224}, {@code
 * optimizer._delete_=true}.
 */
package io.vertebra.registry.config;
