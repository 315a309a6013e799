namespace Copilot.Evals.Safety;

/// <summary>Where the text of an attempt is put.</summary>
internal enum AttemptPlace
{
    /// <summary>It is the question.</summary>
    Question,

    /// <summary>In a document of the company's library.</summary>
    Document,

    /// <summary>In an uploaded text file.</summary>
    Upload,

    /// <summary>In the subject and body of an uploaded e-mail.</summary>
    Mail,

    /// <summary>In the name of an uploaded file.</summary>
    FileName,

    /// <summary>In a field of the business system.</summary>
    Record,
}
