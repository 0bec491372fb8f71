package org.acme.vault;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.credential.CertificateCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** A certificate says a name and no role: that ada is a keeper is said here. */
@ApplicationScoped
public class KeepersByCertificate implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean keeper = identity.getCredential(CertificateCredential.class) != null
                && identity.getPrincipal().getName().equals("CN=ada");
        return Uni.createFrom().item(keeper ? QuarkusSecurityIdentity.builder(identity).addRole("keeper").build() : identity);
    }
}
