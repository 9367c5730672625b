package yibao.kiosk.form;

/**
 * The fields that name somebody else whom a form is for, e.g. a child; where they are not answered
 * it is for the person who hands it in.
 *
 * @param name field of the name
 * @param number field of the document number
 */
public record About(String name, String number) {}
