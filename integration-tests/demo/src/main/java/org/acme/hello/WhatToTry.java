package org.acme.hello;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;

/** Says in dev mode, once the servers listen, what to try and what to expect. */
@ApplicationScoped
@IfBuildProfile("dev")
public class WhatToTry {

    private static final Logger LOG = Logger.getLogger(WhatToTry.class);

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    void say(@Observes StartupEvent event) {
        LOG.infof("Try: curl http://localhost:%d/hello/World", port);
        LOG.infof("The answer: Hello World");
    }
}
