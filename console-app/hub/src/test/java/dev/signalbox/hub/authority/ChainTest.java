// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is behind a device's certificate.
class ChainTest {
    @TempDir
    Path folder;

    SqliteRegistry registry;
    Authorities authorities;
    Holder root;

    @BeforeEach
    void open() throws Exception {
        registry = SqliteRegistry.open(folder.resolve("registry.db"));
        authorities = new Authorities(registry, Clock.systemUTC());
        root = Holder.root("Pumps");
        authorities.add(new NewAuthority("pumps", root.pem(), true));
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void whatAKnownAuthoritySignedIsGood() throws Exception {
        good("pump-1", root.device("pump-1").shown());
        good("pump-1/motor", root.device("pump-1/motor").shown());
        good("pump-1", List.of(root.device("pump-1").certificate()));
    }

    @Test
    void thoseInBetweenMayComeInAnyOrderAndMoreThanNeeded() throws Exception {
        Holder pump = root.authority("North").authority("Hall 3").device("pump-1");
        good("pump-1", pump.shown());
        X509Certificate north = pump.signers().get(1);
        X509Certificate hall = pump.signers().get(0);
        X509Certificate foreign = Holder.root("Others").certificate();
        good("pump-1", List.of(pump.certificate(), foreign, north, hall, root.certificate()));
        refused("pump-1", List.of(pump.certificate(), north), "is signed by CN=Hall 3, which this hub does not know");
    }

    @Test
    void anAuthorityBelowTheRootCanBeTheOneThatIsKnown() throws Exception {
        Holder north = Holder.root("Elsewhere").authority("North");
        Holder pump = north.device("pump-1");
        refused("pump-1", pump.shown(), "is signed by CN=Elsewhere, which this hub does not know");
        authorities.add(new NewAuthority("north", north.pem(), true));
        good("pump-1", pump.shown());
        good("pump-1", List.of(pump.certificate()));
    }

    @Test
    void theNameMustBeTheDevicesAndNoOther() throws Exception {
        refused("pump-1", root.device("pump-2").shown(), "shows a certificate of CN=pump-2.");
        refused("pump-1", root.device("PUMP-1").shown(), "shows a certificate of CN=PUMP-1.");
        refused("pump-1", root.device("pump-1/motor").shown(), "shows a certificate of CN=pump-1/motor");
        refused("pump-1", new Wanted("O=pump-1").signedBy(root).shown(), "shows a certificate of O=pump-1");
        var two = new Wanted("CN=pump-2,CN=pump-1").signedBy(root);
        refused("pump-1", two.shown(), "no other common name");
        good("pump-1", new Wanted("CN=pump-1,O=Waterworks").signedBy(root).shown());
    }

    @Test
    void anotherKeyOfTheSameNameIsAnotherAuthority() throws Exception {
        Holder forger = Holder.root("Pumps");
        refused("pump-1", forger.device("pump-1").shown(), "is signed by CN=Pumps, which this hub does not know");
        authorities.add(new NewAuthority("pumps-renewed", forger.pem(), true));
        good("pump-1", forger.device("pump-1").shown());
        good("pump-1", root.device("pump-1").shown());
    }

    @Test
    void oneThatIsNotVerifiedLetsNobodyInButDoesNotStandInTheWay() throws Exception {
        Holder north = root.authority("North");
        authorities.add(new NewAuthority("north", north.pem(), false));
        Holder others = Holder.root("Others");
        authorities.add(new NewAuthority("others", others.pem(), false));
        refused("pump-1", others.device("pump-1").shown(), "the authority \"others\", which nobody has verified");
        good("pump-1", north.device("pump-1").shown());
    }

    @Test
    void outsideItsDaysACertificateIsWorthNothing() throws Exception {
        Instant now = Instant.now();
        var ended = new Wanted("CN=pump-1").to(now.minusSeconds(5)).signedBy(root);
        refused("pump-1", ended.shown(), "The certificate of pump-1 ended at");
        var early = new Wanted("CN=pump-1").from(now.plusSeconds(60)).signedBy(root);
        refused("pump-1", early.shown(), "begins at");
        var between = new Wanted("CN=North").authority().to(now.minusSeconds(5)).signedBy(root);
        refused("pump-1", between.device("pump-1").shown(), "The certificate of CN=North, which signed for pump-1,");
    }

    @Test
    void anAuthorityThatEndsLetsNobodyInAnyMore() throws Exception {
        var forever = new Wanted("CN=pump-1").to(Instant.now().plus(Duration.ofDays(99)));
        X509Certificate own = forever.signedBy(root).certificate();
        var later = new Authorities(registry, Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
        assertThatThrownBy(() -> later.check(ClientId.parse("pump-1"), List.of(own)))
                .hasMessageContaining("The authority \"pumps\", which signed for pump-1, is good from");
    }

    @Test
    void whoeverMaySignInMayNotSignForOthers() throws Exception {
        Holder pump = root.device("pump-1");
        refused("pump-2", pump.device("pump-2").shown(), "The certificate of CN=pump-1, which signed for pump-2,");
        var noSigner = new Wanted("CN=North")
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .signedBy(root);
        refused("pump-1", noSigner.device("pump-1").shown(), "breaks a rule");
    }

    @Test
    void anAuthorityCannotMakeMoreAuthoritiesThanItMay() throws Exception {
        Holder last = limited(0, "Last").signedBy(root);
        good("pump-1", last.device("pump-1").shown());
        refused("pump-1", last.authority("More").device("pump-1").shown(), "breaks a rule");
        Holder known = limited(0, "Alone").signedByItself();
        authorities.add(new NewAuthority("alone", known.pem(), true));
        good("pump-1", known.device("pump-1").shown());
        refused("pump-1", known.authority("More").device("pump-1").shown(), "for 0 authorities below it");
    }

    @Test
    void aCertificateForSomethingElseDoesNotOpenTheHub() throws Exception {
        var server = new Wanted("CN=pump-1")
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        refused("pump-1", server.signedBy(root).shown(), "is not for signing in as a client");
        var agrees = new Wanted("CN=pump-1").with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyAgreement));
        refused("pump-1", agrees.signedBy(root).shown(), "is not for signing in as a client");
        var both = new Wanted("CN=pump-1")
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        good("pump-1", both.signedBy(root).shown());
    }

    @Test
    void aRuleThatTheHubDoesNotKnowIsNotOverlooked() throws Exception {
        var strange = new Wanted("CN=pump-1").with(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE);
        refused("pump-1", strange.signedBy(root).shown(), "breaks a rule");
    }

    @Test
    void aChainIsFollowedFiveCertificatesFar() throws Exception {
        Holder deep = root;
        for (int level = 1; level <= 4; level++) {
            deep = deep.authority("Level " + level);
        }
        good("pump-1", deep.device("pump-1").shown());
        refused("pump-1", deep.authority("Level 5").device("pump-1").shown(), "too many certificates");
    }

    @Test
    void authoritiesThatSignEachOtherLeadNowhere() throws Exception {
        Holder one = Holder.root("One");
        Holder two = new Wanted("CN=Two").authority().signedBy(one);
        refused(
                "pump-1",
                List.of(two.device("pump-1").certificate(), two.certificate(), one.certificate(), one.certificate()),
                "is signed by CN=One, which this hub does not know");
    }

    private static Wanted limited(int below, String name) {
        return new Wanted("CN=" + name)
                .with(Extension.basicConstraints, true, new BasicConstraints(below))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    }

    private void good(String who, List<X509Certificate> shown) {
        assertThatCode(() -> authorities.check(ClientId.parse(who), shown)).doesNotThrowAnyException();
    }

    private void refused(String who, List<X509Certificate> shown, String words) {
        assertThatThrownBy(() -> authorities.check(ClientId.parse(who), shown))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    var problem = refused.problem();
                    assertThat(problem.what() + " " + problem.remedy()).contains(words);
                    assertThat(problem.code()).isEqualTo("device.wrong-certificate");
                });
    }
}
