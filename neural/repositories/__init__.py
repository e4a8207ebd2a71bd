"""Other people's code: repositories at a revision, their licences, what nobody wrote by hand."""
