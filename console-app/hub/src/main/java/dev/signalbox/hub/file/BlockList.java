// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.protocol.codec.ProblemException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the list that says in which order blocks make a file: `<BlockList><Latest>id</Latest>...</BlockList>`.
public final class BlockList {
    private static final XMLInputFactory XML = xml();

    private BlockList() {}

    public static List<BlockId> read(byte[] body) {
        List<BlockId> blocks = new ArrayList<>();
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && isBlock(reader.getLocalName())) {
                    blocks.add(new BlockId(reader.getElementText().strip()));
                }
                if (blocks.size() > Upload.MOST_PARTS) {
                    throw new ProblemException(FileProblems.tooLarge());
                }
            }
        } catch (XMLStreamException malformed) {
            throw new ProblemException(FileProblems.badBlocks("it is malformed"), malformed);
        }
        return blocks;
    }

    private static boolean isBlock(String element) {
        return switch (element) {
            case "Latest", "Uncommitted" -> true;
            case "BlockList" -> false;
            default -> throw new ProblemException(FileProblems.badBlocks("it may only name blocks just put"));
        };
    }

    /// One that knows no document types, and so fetches and expands nothing.
    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
