package org.acme.vault;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;

/** A token is the name behind "token-of-". */
@ApplicationScoped
public class Tokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final String PREFIX = "token-of-";

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        return token.startsWith(PREFIX) ? Uni.createFrom().item(Passwords.of(token.substring(PREFIX.length())))
                : Uni.createFrom().failure(new AuthenticationFailedException("no token of ours"));
    }
}
