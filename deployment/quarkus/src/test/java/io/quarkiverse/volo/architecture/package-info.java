/** Rules about all modules together. */
package io.quarkiverse.volo.architecture;
