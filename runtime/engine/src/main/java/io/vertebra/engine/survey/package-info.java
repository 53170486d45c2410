/** What data sets hold and what reading them costs, found out before training. */
package io.vertebra.engine.survey;
