using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Records;

/// <summary>Who may write into the history of a record, and how a record of any kind stands in a draft.</summary>
internal static class RecordAccess
{
    /// <summary>Whether the caller may post on the record: Odoo wants the right to write it, on invoices only to read it.</summary>
    public static Task<bool> MayPostAsync(ActionDesk desk, Caller caller, Subject subject, CancellationToken cancellationToken)
        => desk.Rights.MayAsync(caller, subject.Model, subject.Model == "account.move" ? "read" : "write", cancellationToken, subject.Id);

    /// <summary>Puts the record on the sheet.</summary>
    public static RecordRef Add(DraftSheet sheet, Subject subject, OdooRow? row)
    {
        var name = Phrase.Clean(subject.Name, 80);
        var record = new RecordRef(subject.Model, subject.Id);
        sheet.Touch(record, name);
        sheet.Stand(sheet.Sheet.Record(subject.Model, subject.Id, $"{subject.Word} {name}", $"{subject.Word} {name}", row, [FactOf.Code("Record", name)]));
        return record;
    }
}
