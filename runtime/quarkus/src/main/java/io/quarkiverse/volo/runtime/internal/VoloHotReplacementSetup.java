package io.quarkiverse.volo.runtime.internal;

import io.quarkus.dev.spi.HotReplacementContext;
import io.quarkus.dev.spi.HotReplacementSetup;

/** How dev mode finds us; loaded once, outside of the application that is reloaded. */
public final class VoloHotReplacementSetup implements HotReplacementSetup {

    @Override
    public void setupHotDeployment(HotReplacementContext context) {
        DevReload.begin(context);
    }

    @Override
    public void close() {
        DevReload.end();
        DevServer.close();
    }
}
