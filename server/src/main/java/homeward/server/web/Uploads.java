package homeward.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A form without its file, or with one that is too large, is a slip of whoever sent it and no fault of ours: the page says what to do. */
@ControllerAdvice
class Uploads {
  @ExceptionHandler(MultipartException.class)
  void unreadable(MultipartException slip, HttpServletResponse answer) throws IOException {
    boolean large = slip instanceof MaxUploadSizeExceededException;
    answer.sendError(large ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_BAD_REQUEST);
  }
}
