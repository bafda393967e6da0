package homeward.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import homeward.sheet.Sheet.Opening.Unfit;
import homeward.sheet.Sheet.Opening.Why;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Looks a workbook through before anybody reads it: how large its parts become, whether one declares a document type, and
 * how wide its sheets are. The reader itself trusts all three.
 */
final class Parts {
  /** A hundred thousand people with all fields are some 150 MB of sheet. */
  private static final long LARGEST = 700L << 20;
  private static final long LARGEST_OF_TEXTS = 150L << 20;
  /** Sheets of people shrink to a tenth; only a file that was made to grow shrinks to less than a two hundredth. */
  private static final long HARMLESS = 64L << 20;
  private static final int MOST_GROWTH = 200;
  private static final int MOST_PARTS = 1_000;
  private static final Pattern NEAR = Pattern.compile("[A-Z]{1,2}[0-9]{1,7}");

  private long left = LARGEST;

  private Parts() {}

  static Optional<Unfit> look(byte[] bytes) {
    Parts parts = new Parts();
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      int seen = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (++seen > MOST_PARTS) {
          return Optional.of(new Unfit(Why.GROWS_TOO_LARGE, ""));
        }
        Unfit unfit = parts.look(zip, entry);
        if (unfit != null) {
          return Optional.of(unfit);
        }
      }
      return Optional.empty();
    } catch (IOException damaged) {
      return Optional.of(new Unfit(Why.DAMAGED, ""));
    }
  }

  private @Nullable Unfit look(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    String name = entry.getName();
    boolean texts = name.toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
    long grown = Math.max(HARMLESS, MOST_GROWTH * Math.max(0, entry.getCompressedSize()));
    long allowed = Math.min(Math.min(left, grown), texts ? LARGEST_OF_TEXTS : LARGEST);
    try (InputStream unpacked = new Bounded(zip.getInputStream(entry), allowed)) {
      boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
      Unfit unfit = isXml ? lookAtXml(name, unpacked) : null;
      unpacked.skip(Long.MAX_VALUE);
      return unfit;
    } catch (Bounded.TooLarge large) {
      return new Unfit(Why.GROWS_TOO_LARGE, name);
    }
  }

  private @Nullable Unfit lookAtXml(String name, InputStream unpacked) throws IOException {
    boolean isSheet = name.contains("worksheets/");
    try {
      XMLStreamReader xml = reader().createXMLStreamReader(unpacked);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          return new Unfit(Why.REACHES_OUTSIDE, name);
        }
        if (event == XMLStreamConstants.START_ELEMENT && isSheet && isTooFar(xml)) {
          return new Unfit(Why.TOO_WIDE, name);
        }
      }
      return null;
    } catch (XMLStreamException damaged) {
      if (damaged.getNestedException() instanceof Bounded.TooLarge large) {
        throw large;
      }
      return new Unfit(Why.DAMAGED, name);
    }
  }

  /** One or two letters before the row number are columns 1 to 702; the reader keeps a place for every column before. */
  private static boolean isTooFar(XMLStreamReader xml) {
    if (!xml.getLocalName().equals("c")) {
      return false;
    }
    String place = xml.getAttributeValue(null, "r");
    return place != null && !NEAR.matcher(place).matches();
  }

  private static XMLInputFactory reader() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Otherwise a text is left unread, and unchecked, until somebody asks for it.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    return factory;
  }

  /** Counts what it hands on, against the limit of this part and of the whole. */
  private final class Bounded extends InputStream {
    private static final class TooLarge extends IOException {
      private static final long serialVersionUID = 1;
    }

    private final InputStream in;
    private long allowed;

    Bounded(InputStream in, long allowed) {
      this.in = in;
      this.allowed = allowed;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = in.read(into, from, length);
      if (count > 0) {
        allowed -= count;
        left -= count;
      }
      if (allowed < 0) {
        throw new TooLarge();
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
