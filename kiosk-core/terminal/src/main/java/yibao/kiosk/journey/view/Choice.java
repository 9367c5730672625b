package yibao.kiosk.journey.view;

/**
 * A button.
 *
 * @param id what the answer names
 * @param label words on it, a verb first
 * @param primary whether it stands at the right of the action bar; at most one per step
 */
public record Choice(String id, String label, boolean primary) {}
