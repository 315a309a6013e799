namespace Copilot.Evals.Answering;

/// <summary>How a question to the documents was answered.</summary>
public enum AnswerMark
{
    /// <summary>From a section that answers it, named first; or declined, where no document answers it.</summary>
    Right,

    /// <summary>Not answered although a document answers it: the reader loses time and is not misled.</summary>
    Abstained,

    /// <summary>From something else, or answered although no document does: the reader is misled.</summary>
    Wrong,
}
