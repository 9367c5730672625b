package yibao.kiosk.hardware;

import java.util.Optional;

/**
 * Which of the screen's cameras films.
 *
 * @param label part of its name as the browser gives it; any camera where it is left out
 */
public record Lens(Optional<String> label) {}
