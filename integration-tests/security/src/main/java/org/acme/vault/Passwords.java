package org.acme.vault;

import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Knows a keeper, ada, and a guest, eve, whose passwords are secrets of their own; looks them up on a worker, as others do. */
@ApplicationScoped
public class Passwords implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request.getUsername(), request.getPassword().getPassword()));
    }

    private static SecurityIdentity identity(String name, char[] password) {
        if (!Arrays.equals(password, (name + "'s: secret").toCharArray())) {
            throw new AuthenticationFailedException("the password of " + name + " is another");
        }
        return of(name);
    }

    static SecurityIdentity of(String name) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name))
                .addRole(name.equals("ada") ? "keeper" : "guest").build();
    }
}
