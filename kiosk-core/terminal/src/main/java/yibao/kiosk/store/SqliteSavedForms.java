package yibao.kiosk.store;

import java.time.Instant;
import java.util.Optional;
import yibao.kiosk.store.SavedFormTable.Form;

/** Saved forms in the terminal's database. */
public final class SqliteSavedForms implements SavedForms {
  private final WriterThread writer;
  private final SavedFormTable table;

  /** Keeps the forms in a store. */
  public SqliteSavedForms(SqliteStore store) {
    this.writer = store.writer();
    this.table = new SavedFormTable(store.cipher());
  }

  @Override
  public void save(String certificateNumber, String region, int item, SavedForm saved) {
    Form form = new Form(certificateNumber, region, item, saved);
    writer.write(
        connection -> {
          table.write(connection, form);
          return null;
        });
  }

  @Override
  public Optional<SavedForm> find(
      String certificateNumber, String region, int item, Instant notBefore) {
    return writer
        .read(connection -> table.read(connection, certificateNumber, region, item))
        .map(Form::saved)
        .filter(saved -> !saved.savedAt().isBefore(notBefore));
  }

  @Override
  public void delete(String certificateNumber, String region, int item) {
    writer.write(
        connection -> {
          table.delete(connection, certificateNumber, region, item);
          return null;
        });
  }

  @Override
  public int deleteSavedBefore(Instant time) {
    return writer.write(connection -> table.deleteSavedBefore(connection, time.toEpochMilli()));
  }
}
