package org.inkseal.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpPacket;
import org.inkseal.xmp.XmpProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RslBlockTest {
    private static final String PLACE = "https://maravoss.example/works/*";
    private static final Offer OFFER =
            Offer.at("https://maravoss.example/licence?a=1&b=2").withPrice("EUR 12.50 per image");

    private static List<PermissionStatement> read(Optional<XmpProperty> block) {
        Bytes packet = XmpPacket.of(block.stream().toList());
        Xmp xmp = Xmp.read(packet, Budget.standard());
        assertThat(xmp.trouble()).isEmpty();
        return new RslLicense().read(xmp);
    }

    private static Permissions both(List<PermissionStatement> statements) {
        Permissions all = Permissions.SILENT;
        for (Use use : Use.values()) {
            Permission answer = statements.stream()
                    .map(statement -> statement.answers().to(use))
                    .filter(each -> each != Permission.SILENT)
                    .reduce(Permission::and)
                    .orElse(Permission.SILENT);
            all = all.with(use, answer);
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadAgainAllowsNothingThatWasNotAllowed(Permission mining) {
        for (Permission training : Permission.values()) {
            for (Permission generative : Permission.values()) {
                for (Permission input : Permission.values()) {
                    Permissions stated = Permissions.all(mining)
                            .with(Use.AI_TRAINING, training)
                            .with(Use.AI_GENERATIVE_TRAINING, generative)
                            .with(Use.AI_INFERENCE, input);
                    for (Optional<Offer> offer : List.of(Optional.of(OFFER), Optional.<Offer>empty())) {
                        Permissions again = both(read(RslBlock.of(PLACE, stated, offer)));

                        for (Use use : Use.values()) {
                            boolean free = again.to(use) == Permission.ALLOWED;
                            assertThat(!free || stated.to(use) == Permission.ALLOWED)
                                    .as(stated + " as " + again)
                                    .isTrue();
                            boolean refused = stated.to(use) == Permission.NOT_ALLOWED && use != Use.DATA_MINING;
                            assertThat(!refused || again.to(use) == Permission.NOT_ALLOWED)
                                    .as(stated + " as " + again)
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    @Test
    void termsAreReadAgainWithTheirOffer() {
        Permissions stated = Permissions.all(Permission.CONSTRAINED).with(Use.AI_INFERENCE, Permission.NOT_ALLOWED);

        List<PermissionStatement> statements = read(RslBlock.of(PLACE, stated, Optional.of(OFFER)));

        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).answers())
                .isEqualTo(Permissions.SILENT
                        .with(Use.AI_TRAINING, Permission.CONSTRAINED)
                        .with(Use.AI_GENERATIVE_TRAINING, Permission.CONSTRAINED)
                        .with(Use.AI_INFERENCE, Permission.NOT_ALLOWED));
        assertThat(statements.get(0).offer().orElseThrow().page()).isEqualTo(OFFER.page());
        assertThat(statements.get(0).offer().orElseThrow().amount()).contains("12.50");
        assertThat(statements.get(0).offer().orElseThrow().currency()).contains("EUR");
    }

    @Test
    void theBlockStandsInXmpAsInOtherDocuments() {
        Optional<XmpProperty> block = RslBlock.of(PLACE, Permissions.all(Permission.NOT_ALLOWED), Optional.empty());

        assertThat(XmpPacket.of(block.stream().toList()).text().orElseThrow())
                .contains("xmlns:rsl=\"https://rslstandard.org/rsl\"")
                .contains("<rsl:rsl><rsl:content url=\"" + PLACE + "\"><rsl:license>"
                        + "<rsl:prohibits type=\"usage\">ai-train,ai-input</rsl:prohibits>"
                        + "</rsl:license></rsl:content></rsl:rsl>");
    }

    @Test
    void thereIsNoBlockWithoutAnAnswerThatRslHasAWordFor() {
        Permissions mining = Permissions.SILENT.with(Use.DATA_MINING, Permission.NOT_ALLOWED);

        assertThat(Stream.of(Permissions.SILENT, mining).map(stated -> RslBlock.of(PLACE, stated, Optional.of(OFFER))))
                .allMatch(Optional::isEmpty);
    }
}
