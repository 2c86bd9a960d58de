// The limits of the law are known to every module, also to those below Deadlines; the file names no module itself, so that no arrow turns
// back.
global using DueDates = Disclosure.Core.Deadlines.DueDates;
