using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>Recognises questions that ask what a document is about as a whole, in the languages of the documents.</summary>
internal static partial class OverviewQuestion
{
    /// <summary>Says whether a question is one.</summary>
    public static bool Is(string question) => Pattern().IsMatch(question);

    [GeneratedRegex(
        @"^\W*(?:(?:please|can you|could you|give me|i need|i want|write|make|show me)\W+)*(?:an? |the )?(?:short |brief |quick )?(?:summar(?:y|i[sz]e)|overview|tl;?dr|gist|main points|key points|outline|sum (?:it|this|that) up|sum up)\b(?:\W+(?:of|it|this|that|the|these|attached|document|file|contract|agreement|letter|pdf|text|attachment|upload|please|for|me|briefly|in|short))*\W*$"
        + @"|^\W*what(?:'s| is| are|s)? (?:(?:this|it|that|these|the|attached|document|file|contract|agreement|letter|pdf|attachment|upload)\s*){1,4}(?:(?:all )?about)?\W*$|^\W*what does (?:(?:this|it|that|the|attached|document|file|contract|agreement|letter|pdf|attachment)\s*){1,3}(?:say|contain|cover|deal with)\W*$|^\W*what (?:kind|sort|type) of (?:document|file|letter) is (?:this|it|that)\W*$"
        + @"|^\W*(?:um was|worum|wovon) (?:geht es|handelt).{0,40}$|^\W*(?:bitte )?(?:fass\w*\b.{0,40}\bzusammen|zusammenfassung.{0,40})\W*$|^\W*(?:de quoi (?:parle|s'agit|traite).{0,40}|r[ée]sum[ée]\w*.{0,40})$|^\W*(?:de qu[ée] (?:trata|habla).{0,40}|resum\w+.{0,40})$|^\W*(?:di cosa (?:parla|tratta|si tratta).{0,40}|riassum\w*.{0,40}|riassunto.{0,40})$|^\W*(?:waar gaat .{0,40} over|samenvatting.{0,40}|vat .{0,40} samen)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
