package org.answerline.site.view;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Passes a page to the server in one piece, and lets Krazo look for its services once.
 *
 * <p>Krazo gives views a stream that writes each byte separately, and the server's stream checks each time whether the response is
 * committed: this takes a tenth of the time of a page. For the services see {@link ServiceFileCache}.
 */
public class BufferedHtmlInterceptor implements WriterInterceptor {

    /** Anything but a page is not buffered: an export may be larger than the memory. */
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!MediaType.TEXT_HTML_TYPE.isCompatible(context.getMediaType())) {
            context.proceed();
            return;
        }
        OutputStream server = context.getOutputStream();
        var page = new Bytes();
        context.setOutputStream(page);
        ServiceFileCache.use(context::proceed);
        page.writeTo(server);
    }

    /** Used by one thread only, so that no byte needs a lock. */
    private static final class Bytes extends ByteArrayOutputStream {
        private static final int USUAL = 32 * 1024;

        Bytes() {
            super(USUAL);
        }

        @Override
        public void write(int value) {
            if (count == buf.length) {
                buf = Arrays.copyOf(buf, 2 * count);
            }
            buf[count++] = (byte) value;
        }
    }
}
