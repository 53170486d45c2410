package io.vertebra.plugins.hooks;

import io.vertebra.testkit.golden.HookGoldenContract;

/** Calls of MMEngine 0.10.7. */
final class HooksGoldenTest extends HookGoldenContract {}
