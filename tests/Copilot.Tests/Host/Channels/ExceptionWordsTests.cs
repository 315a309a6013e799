using Copilot.Contracts;
using Copilot.Host.Channels.Exceptions;
using Xunit;

namespace Copilot.Tests.Host.Channels;

/// <summary>An exception in the reader's language: what the house says of it, not what was found.</summary>
public sealed class ExceptionWordsTests
{
    private static readonly ExceptionCase Found = new()
    {
        Id = "e1", Kind = "late_receipt", Title = "Late receipt: P00042 from Shenhua Glove Works", Summary = "P00042 from Shenhua Glove Works is 3 days late.",
        Cause = "The planned day is over and the goods are not booked in.", Impact = new ExceptionImpact(), Score = 80, Confidence = 0.9, OwnerRole = RoleNames.Purchaser,
        State = ExceptionState.New, FirstSeen = DateTimeOffset.UnixEpoch, LastSeen = DateTimeOffset.UnixEpoch, Records = [],
        Actions =
        [
            new("odoo.expedite_receipt", "Ask the supplier of P00042 to hurry up or give a new date", "Expedite P00042") { Arguments = """{"purchase_order":"P00042"}""" },
            new("odoo.draft_purchase", "Draft a purchase order for 1,200 Units of GLV-NIT-L", "Draft a purchase order for 1200 GLV-NIT-L") { Arguments = """{"product":"GLV-NIT-L","quantity":1200}""" },
            new("odoo.change_promised_date", "Promise S00042 for Tue 1 Dec 2026 instead", "Move the promised date of S00042 to 2026-12-01") { Arguments = """{"order":"S00042","promised":"2026-12-01"}""" },
            new("odoo.reallocate_stock", "Give the stock reserved for S00007 to S00042", "Take …") { Arguments = """{"orders":["S00007","S00042"]}""" },
            new("odoo.something_new", "Do something new", "Do it"),
        ],
    };

    [Fact]
    public void Its_kind_the_usual_cause_and_what_can_be_done_are_translated_and_what_was_found_stays()
    {
        var told = ExceptionWords.In("de", Found);

        Assert.Equal("Verspäteter Wareneingang: P00042 from Shenhua Glove Works", told.Title);
        Assert.Equal(Found.Summary, told.Summary);
        Assert.StartsWith("Der geplante Tag ist vorbei", told.Cause, StringComparison.Ordinal);
        Assert.Equal(
            ["Lieferanten von P00042 um Eile oder einen neuen Termin bitten", "Bestellung über 1200 von GLV-NIT-L entwerfen", "S00042 stattdessen für 01.12.2026 zusagen", "Für S00007 reservierten Bestand an S00042 geben", "Do something new"],
            told.Actions.Select(a => a.Summary));
        Assert.Equal(Found.Actions.Select(a => (a.Tool, a.Question, a.Arguments)), told.Actions.Select(a => (a.Tool, a.Question, a.Arguments)));
    }

    [Fact]
    public void In_English_and_in_a_language_that_the_house_does_not_speak_it_stays_as_it_is()
    {
        Assert.Same(Found, ExceptionWords.In("en", Found));
        Assert.Equal((Found.Title, Found.Cause), (ExceptionWords.In("pl", Found).Title, ExceptionWords.In("pl", Found).Cause));
    }

    [Fact]
    public void What_is_wrong_with_the_watch_is_said_sentence_by_sentence()
        => Assert.Equal(
            "Die Überwachung auf Ausnahmen ist ausgeschaltet. Das System wurde noch nicht durchgesehen, daher ist nichts bekannt.",
            ExceptionWords.Stale("de", "The watch over exceptions is switched off. The business system has not been looked through yet, so nothing is known."));
}
