// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.service;

import dev.signalbox.operator.service.AskedPackage;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What a service must look like to be stored. It need not compile: that is asked when it is released.
final class ServiceRules {
    private static final Pattern CLASS_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final Pattern PROPERTY_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,99}");
    private static final int MOST_PROPERTIES = 200;
    private static final int LONGEST_TEXT = 10_000;

    private ServiceRules() {}

    static void check(ServiceDraft draft) {
        if (!CLASS_NAME.matcher(draft.name()).matches()) {
            throw new ProblemException(ServiceProblems.badName());
        }
        if (draft.source().length() > ServiceDraft.MAX_SOURCE) {
            throw new ProblemException(ServiceProblems.tooLarge());
        }
        if (draft.properties().size() > MOST_PROPERTIES || draft.description().length() > LONGEST_TEXT) {
            throw new ProblemException(ServiceProblems.badProperty("there are more than 200, or a text is too long"));
        }
        var _ = AskedPackage.parseAll(draft.language(), draft.packages());
        Set<String> ids = new HashSet<>();
        for (PropertyDefinition property : draft.properties()) {
            check(property);
            if (!ids.add(property.id())) {
                throw new ProblemException(ServiceProblems.badProperty("there are two with id " + property.id()));
            }
        }
    }

    private static void check(PropertyDefinition property) {
        if (!PROPERTY_ID.matcher(property.id()).matches()) {
            throw new ProblemException(ServiceProblems.badProperty("an id is not letters, digits, - _ and ."));
        }
        if (property.kind() == PropertyDefinition.Kind.SECURITY
                && !property.initialValue().isEmpty()) {
            throw new ProblemException(ServiceProblems.badProperty("secret " + property.id() + " has a first value"));
        }
        if (property.initialValue().length() > LONGEST_TEXT || property.name().length() > LONGEST_TEXT) {
            throw new ProblemException(ServiceProblems.badProperty("a text of " + property.id() + " is too long"));
        }
    }
}
