/** Build steps: they find services, clients and layers, judge them, and hand what they found to the recorders. */
@NullMarked
package io.quarkiverse.volo.deployment;

import org.jspecify.annotations.NullMarked;
