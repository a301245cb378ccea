"""Files: what is uploaded, downloaded, and put into messages."""
